"""Step 1: the matrix, a country's answers and ratings, import."""

from django.urls import path

from guildmark.web.context.views import answering, importing, overview, rating

app_name = "context"
urlpatterns = [
    path("", overview.index, name="index"),
    path("matrix.<str:ending>", overview.picture, name="picture"),
    path("countries/", overview.add, name="add"),
    path("import/", importing.upload, name="import"),
    path("template.xlsx", importing.template_file, name="template"),
    path("import/<str:upload>/", importing.preview, name="preview"),
    path("<str:country>/answers/", answering.answers, name="answers"),
    path("<str:country>/answers/<slug:section>/", answering.section, name="section"),
    path("<str:country>/versions/", answering.versions, name="versions"),
    path("<str:country>/answers.json", answering.document, name="document"),
    path("<str:country>/ratings/", rating.ratings, name="ratings"),
    path("<str:country>/remove/", overview.remove, name="remove"),
]
