"""Results of an assessment: numbers, charts, words; pictures and reports to take away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import BinaryIO, cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from documents.exports import FORMATS
from documents.exports.charts import chart_svg
from documents.typesetting.orders import picture
from pages.freshness import fresh_for_anonymous
from quality_index.domain.charts import charts_of
from quality_index.domain.narrative import narrative
from quality_index.domain.presenting import facts_of
from quality_index.domain.reporting import write_index_report
from quality_index.web.access import find_reader, require
from quality_index.web.frame import frame
from quality_index.web.freshness import of_results

SPOOL_BYTES = 5 * 1024 * 1024
PICTURES = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
@fresh_for_anonymous(of_results)
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """The index with its charts and their tables."""
    reader = find_reader(request, pk)
    require(reader.sees_results)
    facts = facts_of(reader.assessment, with_rank=reader.manages)
    return render(
        request,
        "quality_index/results.html",
        frame(reader, "results")
        | {
            "facts": facts,
            "sentences": narrative(facts),
            "charts": list(charts_of(facts).items()),
            "planes": [(plane, facts.index.planes.get(plane.key)) for plane in facts.planes],
            "formats": list(FORMATS),
        },
    )


@require_safe
def chart(request: HttpRequest, pk: int, name: str, format: str) -> HttpResponse:
    """One chart as a file: SVG, or PNG for a slide."""
    reader = find_reader(request, pk)
    require(reader.sees_results)
    drawn = charts_of(facts_of(reader.assessment)).get(name)
    if drawn is None or format not in PICTURES:
        raise Http404
    svg = chart_svg(drawn, language=get_language() or "pl", key=name)
    content = svg.encode() if format == "svg" else _png(svg)
    response = HttpResponse(content, content_type=PICTURES[format])
    filename = f"lijw-{reader.assessment.body.slug}-{reader.assessment.year}-{name}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


@require_safe
def report(request: HttpRequest, pk: int, format: str) -> HttpResponse | FileResponse:
    """The whole report in one of the formats."""
    reader = find_reader(request, pk)
    require(reader.sees_results)
    if format not in FORMATS:
        raise Http404
    # Closed by the response when it has been sent.
    stream = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115
    write_index_report(reader.assessment, format, cast(BinaryIO, stream))
    stream.seek(0)
    assessment = reader.assessment
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"lijw-{assessment.body.slug}-{assessment.year}.{FORMATS[format].extension}",
        content_type=FORMATS[format].content_type,
    )


def _png(svg: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="chart-") as name:
        drawing, output = Path(name) / "chart.svg", Path(name) / "chart.png"
        drawing.write_text(svg, encoding="utf-8")
        picture(drawing, output)
        return output.read_bytes()
