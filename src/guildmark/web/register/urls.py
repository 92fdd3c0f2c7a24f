"""The register: public, but for the two buttons of a coordinator."""

from django.urls import path

from guildmark.web.register.views import lists, publishing, single

app_name = "register"
urlpatterns = [
    path("", lists.index, name="index"),
    path("compare/", lists.compare, name="compare"),
    path("providers/", lists.providers, name="providers"),
    path("providers/<str:provider>/", lists.provider, name="provider"),
    path("p/<slug:slug>/<str:micro_credential>/<int:number>/publish/", publishing.publish, name="publish"),
    path("p/<slug:slug>/<str:publication>/withdraw/", publishing.withdraw, name="withdraw"),
    path("<str:publication>/", single.show, name="show"),
    path("<str:publication>/design.json", single.document, name="document"),
    path("<str:publication>/credential.jsonld", single.linked, name="linked"),
]
