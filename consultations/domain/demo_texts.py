"""Words of the demo consultations: original texts that name no living person."""

from __future__ import annotations

from dataclasses import dataclass, field

from consultations.models import ConsultationKind, Mode, Stage, Verdict

REASONS = {
    Verdict.ACCEPTED: (
        "Dziękujemy za uwagę. Zmienimy ten przepis tak, jak zaproponowano; nowe brzmienie "
        "znajdzie się w projekcie kierowanym pod obrady Sejmiku."
    ),
    Verdict.PARTLY: (
        "Zgadzamy się, że przepis wymaga doprecyzowania. Przyjmujemy dłuższy termin, ale nie "
        "możemy zrezygnować z formy pisemnej, ponieważ wymaga jej ustawa."
    ),
    Verdict.REJECTED: (
        "Nie możemy uwzględnić uwagi: sprawę reguluje ustawa o działalności pożytku publicznego "
        "i o wolontariacie, a uchwała nie może jej zmieniać ani powtarzać."
    ),
}


@dataclass(frozen=True, slots=True)
class DemoConsultation:
    """One consultation of the demo; days count from today."""

    title: str
    kind: ConsultationKind
    summary: str
    unit: str
    legal_basis: str
    sample: str
    stage: Stage
    opens_in_days: int
    closes_in_days: int
    remark_count: int = 0
    mode: Mode = Mode.BASIC
    reasons: dict[Verdict, str] = field(default_factory=lambda: REASONS)


ART_5 = (
    "art. 5 ust. 2 pkt 3 ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku publicznego "
    "i o wolontariacie"
)
ART_5A = (
    "art. 5a ust. 1 ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku publicznego "
    "i o wolontariacie"
)
SOCIAL_POLICY = "Departament Zdrowia i Polityki Społecznej"

CONSULTATIONS = [
    DemoConsultation(
        title=(
            "Projekt uchwały w sprawie szczegółowego sposobu konsultowania projektów aktów "
            "prawa miejscowego z organizacjami pozarządowymi"
        ),
        kind=ConsultationKind.NORMATIVE_ACT,
        summary=(
            "Uchwała powie, jak województwo pyta organizacje o zdanie: ile czasu będzie na uwagi, "
            "jak je zgłosić i kiedy urząd musi odpowiedzieć.\n\n"
            "Można jeszcze zdecydować o długości terminów, o tym, kiedy konsultacje mają formę "
            "spotkań, i o tym, co musi zawierać odpowiedź urzędu."
        ),
        unit=SOCIAL_POLICY,
        legal_basis=ART_5,
        sample="projekt-uchwaly.docx",
        stage=Stage.OPEN,
        opens_in_days=-4,
        closes_in_days=13,
        remark_count=9,
        mode=Mode.EXTENDED,
    ),
    DemoConsultation(
        title=(
            "Program współpracy Samorządu Województwa Opolskiego z organizacjami pozarządowymi "
            "na rok 2027"
        ),
        kind=ConsultationKind.PROGRAMME,
        summary=(
            "Program wskazuje zadania, które województwo chce zlecać organizacjom w 2027 roku, "
            "pieniądze na te zadania i zasady oceny ofert."
        ),
        unit=SOCIAL_POLICY,
        legal_basis=ART_5A,
        sample="program-wspolpracy.docx",
        stage=Stage.ANALYSIS,
        opens_in_days=-25,
        closes_in_days=-3,
        remark_count=7,
    ),
    DemoConsultation(
        title=(
            "Program współpracy Samorządu Województwa Opolskiego z organizacjami pozarządowymi "
            "na rok 2026"
        ),
        kind=ConsultationKind.PROGRAMME,
        summary=(
            "Zeszłoroczny program: zadania zlecane organizacjom, pieniądze i zasady oceny ofert. "
            "Zobacz, co stało się z każdą uwagą."
        ),
        unit=SOCIAL_POLICY,
        legal_basis=ART_5A,
        sample="program-wspolpracy.docx",
        stage=Stage.PUBLISHED,
        opens_in_days=-390,
        closes_in_days=-369,
        remark_count=6,
    ),
    DemoConsultation(
        title="Założenia regionalnego planu rozwoju wolontariatu",
        kind=ConsultationKind.ASSUMPTIONS,
        summary=(
            "Zanim powstanie plan, pytamy o jego założenia: kogo wspierać, gdzie brakuje "
            "koordynatorów i jak mierzyć efekty."
        ),
        unit="Regionalny Ośrodek Polityki Społecznej",
        legal_basis=ART_5,
        sample="program-wspolpracy.docx",
        stage=Stage.ANNOUNCED,
        opens_in_days=6,
        closes_in_days=27,
    ),
    DemoConsultation(
        title="Projekt regulaminu konkursu na inicjatywy lokalne",
        kind=ConsultationKind.NORMATIVE_ACT,
        summary="Kryteria oceny wniosków o realizację zadania w ramach inicjatywy lokalnej.",
        unit=SOCIAL_POLICY,
        legal_basis=ART_5,
        sample="projekt-uchwaly.docx",
        stage=Stage.DRAFT,
        opens_in_days=10,
        closes_in_days=30,
    ),
]

# Text, proposed wording, justification.
REMARKS = [
    (
        "Termin jest za krótki dla organizacji, które działają tylko społecznie.",
        "Uwagi można zgłaszać w terminie 21 dni od dnia ogłoszenia konsultacji.",
        "Zarząd stowarzyszenia spotyka się raz w miesiącu i nie zdąży omówić projektu.",
    ),
    (
        "Proszę dopisać, że urząd odpowiada na każdą uwagę, także nieuwzględnioną.",
        "",
        "Dziś nie wiemy, czy ktoś przeczytał to, co napisaliśmy.",
    ),
    (
        "Proponujemy, żeby konsultacje w małych gminach miały zawsze formę spotkania.",
        "",
        "Nie wszyscy członkowie naszego koła korzystają z internetu.",
    ),
    (
        "Przepis jest niejasny: nie wiadomo, od kiedy liczy się termin.",
        "",
        "",
    ),
    (
        "Formularz powinien być dostępny dla osób korzystających z czytników ekranu.",
        "",
        "Wymaga tego ustawa o dostępności cyfrowej.",
    ),
    (
        "Prosimy o publikowanie protokołów ze spotkań konsultacyjnych.",
        "Protokół ze spotkania publikuje się w terminie 7 dni na portalu.",
        "",
    ),
    (
        "Warto dodać przedstawiciela rady działalności pożytku publicznego do zespołu.",
        "",
        "Rada zna najlepiej opinie organizacji z całego województwa.",
    ),
    (
        "Zdanie drugie powtarza ustawę i można je wykreślić.",
        "",
        "Zasady techniki prawodawczej nie pozwalają powtarzać przepisów ustaw.",
    ),
    (
        "Popieramy ten przepis, prosimy go nie zmieniać.",
        "",
        "",
    ),
    (
        "Zwracamy się z prośbą o dłuższy termin na zgłaszanie uwag w okresie wakacyjnym.",
        "",
        "",
    ),
]
