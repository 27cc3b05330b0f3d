"""Set phrases of Polish drafting that mark the parts of an act."""

from __future__ import annotations

import re

# "Załącznik nr 1 do uchwały nr ..." stands alone; a sentence about an annex goes on with a verb.
_ANNEX = re.compile(
    r"^załącznik(?:\s+(?:nr|numer)\.?\s*(?P<number>\d+[a-z]?|[IVXLC]+|[A-Z]))?"
    r"(?P<rest>$|[\s.:–-].*$)",
    re.IGNORECASE | re.DOTALL,
)
_ANNEX_TO = re.compile(r"^(?:do\s|\(?wzór|[–-]\s|z\s+dnia|$)|^(?-i:[A-ZŻŹĆŁŚÓ])", re.IGNORECASE)
_SENTENCE_VERB = re.compile(
    r"\b(?:otrzymuj\w+|stanowi\w*|określa\w*|zawiera\w*|zastępuje|uchyla|dodaje|skreśla|"
    r"jest|są|nie\s+podlega|należy|wprowadza|wchodzi)\b",
    re.IGNORECASE,
)
_JUSTIFICATION = re.compile(
    r"^(?:uzasadnienie|u\s?z\s?a\s?s\s?a\s?d\s?n\s?i\s?e\s?n\s?i\s?e)\s*:?"
    r"(?P<rest>\s*(?:do\s+)?(?:projektu\s+)?(?:uchwały|zarządzenia|ustawy|rozporządzenia)?.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURE = re.compile(
    r"^(?:\(?[-–]\)?\s*)?(?:(?:wice)?przewodnicząc[yae]\b|przewodniczący\b|(?:wice)?marszałek\b|"
    r"wójt\b|burmistrz\b|prezydent\b|(?:wice)?starosta\b|prezes\b|minister\b|"
    r"sekretarz\b|członek zarządu\b|członkowie zarządu\b|skarbnik\b|dyrektor\b|"
    r"w\s*z\.|z\s+up\.|podpis|\(podpis|w imieniu\b|/[-–]/|[.…_]{6,})",
    re.IGNORECASE,
)
_LEGAL_BASIS = re.compile(r"^\(?(?:działając\s+)?na\s+podstawie\b|^w\s+związku\s+z\s+art", re.I)
_ENACTING_END = re.compile(
    r"(?:co\s+następuje|następującej\s+treści|uchwala|postanawia|zarządza|stanowi)\s*[:.]?\s*$",
    re.IGNORECASE,
)
_REPEALED = re.compile(r"^[\[(](?:uchylon|skreślon|pominięt|utracił)", re.IGNORECASE)
_ACT_HEAD = re.compile(
    r"^(?:U\s?S\s?T\s?A\s?W\s?A|U\s?C\s?H\s?W\s?A\s?Ł\s?A|UCHWAŁA\s+NR|ZARZĄDZENIE|ROZPORZĄDZENIE|"
    r"OBWIESZCZENIE|STATUT|REGULAMIN)\b(?!\s+(?:jest|określa))"
)
_ABBREVIATION_END = re.compile(
    r"(?:^|[\s(])(?:art|ust|pkt|lit|nr|poz|§{1,2}|par|zm|późn|r|tj|np|m\.in|tzw|ww|dr|prof|"
    r"im|ul|str|s|t|ok|godz|tys|mln|mld|Dz\. ?U|św|al|pl|os|woj|gm|pow|rozdz|zał|tel)\.?$",
    re.IGNORECASE,
)
_DANGLING_END = re.compile(
    r"(?:^|[\s(])(?:w|z|i|a|o|u|we|ze|oraz|lub|albo|bądź|do|od|na|po|za|przez|dla|przy|pod|nad|"
    r"że|nie|się|jak|niż|bez|§{1,2})$",
    re.IGNORECASE,
)
_CONJUNCTION_END = re.compile(r"(?:^|[\s,;])(?:i|oraz|lub|albo|bądź|a także|a|ani)$", re.IGNORECASE)
_YEAR_END = re.compile(r"\b\d{4}\s?r\.$")
_CONNECTIVE_START = re.compile(
    r"^(?:I|A|W|Z|O|ORAZ|LUB|DO|NA|OD|DLA|PRZEZ|PRZY|ZE|WE|PO|ZA|NAD|ALBO|W ZAKRESIE)\s"
)

_COMMON_PARTS = (
    "co do", "któr", "jeżeli", "jeśli", "o ile", "chyba że", "w przypadku", "pod warunkiem",
    "z zastrzeżeniem", "z wyjątkiem", "z wyłączeniem", "przy czym", "podlega", "w celu",
    "stosuje się", "zwan", "mając na", "uwzględniając", "w terminie", "w drodze", "kierując się",
    "na zasadach", "w zakresie", "wraz z", "w sposób", "nie później", "po zasięgnięciu",
)  # fmt: skip


def annex_label(text: str) -> tuple[str, str, str] | None:
    """(shown label, number, rest) when the paragraph opens an annex."""
    match = _ANNEX.match(text)
    if not match or len(text) > 400:
        return None
    rest = match["rest"].lstrip(" .:–-\n\t").rstrip()
    if not _ANNEX_TO.match(rest) or _SENTENCE_VERB.search(rest):
        return None
    shown = " ".join(text[: match.start("rest")].split())
    return shown, match["number"] or "", rest


def is_justification(text: str) -> bool:
    """The heading "Uzasadnienie", alone or "do projektu uchwały ..."."""
    match = _JUSTIFICATION.match(text)
    if not match or len(text) > 300 or _SENTENCE_VERB.search(text):
        return False
    if text.rstrip().endswith(":") and not text[:3].isupper():
        return False  # "Uzasadnienie:" is a field of a form
    rest = (match["rest"] or "").strip()
    return not rest or bool(re.match(r"(?:do\b|projekt|uchwał|zarządz|ustaw|rozporz)", rest, re.I))


def is_signature(text: str) -> bool:
    """The line of who signs: an office, dots for a hand, "w z."."""
    proper = not text[:1].islower() or text.startswith(("w z", "z up"))
    return proper and bool(_SIGNATURE.match(text)) and len(text) < 160 and text[-1] not in ";:,"


def is_legal_basis(text: str) -> bool:
    """ "Na podstawie art. 18 pkt 1 ustawy ..."."""
    return bool(_LEGAL_BASIS.match(text))


def ends_enacting(text: str) -> bool:
    """ "... uchwala się, co następuje:"."""
    return bool(_ENACTING_END.search(text))


def is_repealed(text: str) -> bool:
    """ "(uchylony)", "(skreślony)", "(pominięty)"."""
    return bool(_REPEALED.match(text))


def is_act_head(text: str) -> bool:
    """The line in capitals with which an act begins."""
    return bool(_ACT_HEAD.match(text)) and len(text) < 200


def ends_open(text: str) -> bool:
    """True when the line cannot be the end of a sentence: "art.", "ust.", "w", "oraz"..."""
    if _YEAR_END.search(text):
        return False
    return bool(_ABBREVIATION_END.search(text) or _DANGLING_END.search(text))


def ends_with_conjunction(text: str) -> bool:
    """ "..., oraz", "... albo": how an item of a list may end before the next one."""
    return bool(_CONJUNCTION_END.search(text))


def ends_sentence(text: str) -> bool:
    """True when the line ends as a provision may end."""
    stripped = text.rstrip("”\"»’')] ")
    return stripped.endswith((".", ":", ";", "!", "?")) and not ends_open(text)


def starts_as_common_part(text: str) -> bool:
    """ "co do których", "jeżeli", "o ile": how the common part after a list begins."""
    return text.lower().lstrip(", ").startswith(_COMMON_PARTS)


def starts_with_connective(text: str) -> bool:
    """In capitals: a line that only continues the heading above it."""
    return bool(_CONNECTIVE_START.match(text))


def is_capitals(text: str) -> bool:
    """A line set in capitals, long enough to be a heading."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 3 and all(char.isupper() for char in letters)
