"""Step 4: micro-credentials, their forms and versions, roles, workshops, synthesis."""

from django.urls import path

from guildmark.web.design.views import editing, importing, judging, overview, showing, together, versions

app_name = "design"
urlpatterns = [
    path("", overview.index, name="index"),
    path("begin/", overview.begin, name="begin"),
    path("beside/", overview.beside, name="beside"),
    path("standard/", overview.standard, name="standard"),
    path("insights/", together.insights, name="insights"),
    path("roles/", together.roles, name="roles"),
    path("roles/assign/", together.assign, name="assign"),
    path("roles/<str:assignment>/release/", together.release, name="release"),
    path("workshops/", together.pieces, name="pieces"),
    path("workshops/<str:piece>/", together.piece, name="piece"),
    path("workshops/<str:piece>/remove/", together.remove, name="remove_piece"),
    path("import/", importing.upload, name="import"),
    path("import/<str:upload>/", importing.preview, name="preview"),
    path("<str:design>/", showing.show, name="show"),
    path("<str:design>/edit/<str:sheet>/", editing.edit, name="edit"),
    path("<str:design>/check/<str:sheet>/", editing.check, name="check"),
    path("<str:design>/principles/", judging.principles, name="principles"),
    path("<str:design>/versions/", versions.history, name="versions"),
    path("<str:design>/versions/<int:number>/", showing.version, name="version"),
    path("<str:design>/versions/<int:number>.json", versions.document, name="document"),
    path("<str:design>/versions/<int:number>/approve/", versions.approve, name="approve"),
]
