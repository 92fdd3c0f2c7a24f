"""The evidence and validation report: a page that prints, and a PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from guildmark.documents.evidence_report import evidence_report_pdf
from guildmark.web.look.lists import download
from guildmark.web.look.words import language_now
from guildmark.web.partnerships.access import Access
from guildmark.web.partnerships.door import room
from guildmark.web.recognition.reporting import report_of
from guildmark.web.recognition.standing import standing


@room()
def page(request: HttpRequest, access: Access, credential: str) -> HttpResponse:
    """The report to read and to print."""
    stand = standing(access, credential, localdate())
    report = report_of(access, stand, language_now(), localdate())
    context = {"access": access, "stand": stand, "mc": stand.micro_credential, "tab": "report", "report": report}
    return render(request, "recognition/report.html", context)


@room()
def paper(request: HttpRequest, access: Access, credential: str) -> HttpResponse:
    """The report as PDF."""
    stand = standing(access, credential, localdate())
    report = report_of(access, stand, language_now(), localdate())
    return download(evidence_report_pdf(report, language_now()), "evidence-report.pdf")
