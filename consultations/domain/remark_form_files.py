"""The form that people may fill in away from the portal, with the units of the text in force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.utils import translation
from django.utils.translation import gettext as _

from consultations.domain import office_templates
from consultations.domain.report import EU_NOTICE
from consultations.exports import remark_form_docx, remark_form_xlsx
from consultations.exports.remark_form import WHOLE_KEY, FormRow, RemarkForm, describe_form
from consultations.models import Consultation


@dataclass(frozen=True, slots=True)
class FormFormat:
    """A format of the form."""

    content_type: str
    write: Callable[[RemarkForm, BinaryIO], None]


_OOXML = "application/vnd.openxmlformats-officedocument"
FORM_FORMATS = {
    "docx": FormFormat(f"{_OOXML}.wordprocessingml.document", remark_form_docx.write),
    "xlsx": FormFormat(f"{_OOXML}.spreadsheetml.sheet", remark_form_xlsx.write),
}


def write_remark_form(
    consultation: Consultation, format: str, stream: BinaryIO, *, address: str
) -> None:
    """Write the form in ``format``; like every official document it is in Polish."""
    with translation.override("pl"):
        office = office_templates.instructions(consultation)
        form = describe_form(
            consultation,
            _rows(consultation),
            address=address,
            notice=EU_NOTICE,
            title=office.title,
            instructions=office.text.splitlines(),
        )
        FORM_FORMATS[format].write(form, stream)


def _rows(consultation: Consultation) -> list[FormRow]:
    """One row for the whole, and one for each unit that can be cited."""
    version = consultation.current_version
    number = version.number if version else 0
    units = consultation.units().exclude(citation="").only("eid", "citation", "heading", "text")
    return [
        FormRow(WHOLE_KEY, _("całość projektu"), ""),
        *(
            FormRow(
                f"{number}:{unit.eid}",
                unit.citation,
                "\n".join(filter(None, (unit.heading, unit.text))),
            )
            for unit in units
        ),
    ]
