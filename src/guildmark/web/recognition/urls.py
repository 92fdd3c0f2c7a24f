"""Step 5: where each micro-credential stands, what is filed on the way, and its documents."""

from django.urls import path

from guildmark.web.recognition.kinds import Page
from guildmark.web.recognition.views import credential, filing, overview, pictures, report, shelves

app_name = "recognition"
urlpatterns = [
    path("", overview.index, name="index"),
    path("endorsement/", shelves.shelf, {"page": Page.ENDORSEMENT}, name="endorsement"),
    path("agreements/", shelves.shelf, {"page": Page.AGREEMENTS}, name="agreements"),
    path("pathways/", shelves.shelf, {"page": Page.PATHWAYS}, name="pathways"),
    path("growth/", shelves.shelf, {"page": Page.GROWTH}, name="growth"),
    path("stories/", shelves.shelf, {"page": Page.STORIES}, name="stories"),
    path("outlook/", shelves.shelf, {"page": Page.OUTLOOK}, name="outlook"),
    path("archive/", shelves.archive, name="archive"),
    path("add/", filing.add, name="add"),
    path("filed/<str:filing>/", filing.edit, name="edit"),
    path("filed/<str:filing>/remove/", filing.remove, name="remove"),
    path("filed/<str:filing>/document/", filing.document, name="document"),
    path("filed/<str:filing>/pathway.svg", pictures.pathway, name="pathway"),
    path("<str:credential>/", credential.dossier, name="dossier"),
    path("<str:credential>/routes/", credential.routes, name="routes"),
    path("<str:credential>/evidence/", credential.evidence, name="evidence"),
    path("<str:credential>/reviews/", credential.reviews, name="reviews"),
    path("<str:credential>/reviews.svg", pictures.reviews, name="timeline"),
    path("<str:credential>/report/", report.page, name="report"),
    path("<str:credential>/report.pdf", report.paper, name="paper"),
]
