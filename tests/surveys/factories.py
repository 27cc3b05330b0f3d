"""Questionnaires for tests of surveys and of the parts that use them."""

from __future__ import annotations

from surveys.domain.importing import load_questionnaire
from surveys.models import Version

EVERY_KIND = """
key: kazdy_rodzaj
title: {pl: Każdy rodzaj, en: Every kind, de: Jede Art}
introduction: Po co pytamy.
sections:
  - title: Wybory
    questions:
      - key: forma
        kind: single
        text: {pl: Forma, en: Form}
        required: true
        other: true
        options: [Stowarzyszenie, {key: fundacja, pl: Fundacja, en: Foundation}]
      - key: pracownicy
        kind: yes_no
        text: Czy zatrudniacie?
        required: true
      - key: ilu
        kind: number
        text: Ilu?
        required: true
        min: 1
        max: 500
        shown_if: {question: pracownicy, values: [tak]}
      - key: etaty
        kind: yes_no
        text: Czy na etat?
        required: true
        shown_if: {question: ilu}
      - key: potrzeby
        kind: multiple
        text: Czego potrzebujecie?
        most: 2
        other: true
        options: [Lokal, Szkolenia, Sprzęt]
  - title: Oceny
    questions:
      - key: ocena
        kind: scale
        text: Jak oceniacie?
        scale: {from: 1, to: 5, low: źle, high: dobrze}
      - key: tabela
        kind: matrix
        text: Oceńcie
        rows: [Informacja, Konsultacje]
        options: [Źle, Średnio, Dobrze]
      - key: kolejnosc
        kind: ranking
        text: Co najważniejsze?
        options: [Ludzie, Miejsce, Pieniądze]
      - key: dzien
        kind: date
        text: Od kiedy?
      - key: nazwa
        kind: short_text
        text: Nazwa
      - key: opis
        kind: long_text
        text: Opis
      - key: zgoda
        kind: consent
        text: Zgadzam się
        required: true
"""


def every_kind() -> Version:
    """A published version with a question of each kind and two conditions in a row."""
    return load_questionnaire(EVERY_KIND)
