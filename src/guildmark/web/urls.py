"""Every address (docs/cli.md, "Addresses"): each room says its own in its urls.py."""

from django.urls import include, path

handler403 = "guildmark.web.look.refusals.forbidden"
handler404 = "guildmark.web.look.refusals.not_found"
handler500 = "guildmark.web.look.refusals.broken"

urlpatterns = [
    path("", include("guildmark.web.look.urls")),
    path("accounts/", include("guildmark.web.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("p/", include("guildmark.web.partnerships.urls")),
    path("p/<slug:slug>/journal/", include("guildmark.web.journal.urls")),
    path("p/<slug:slug>/jobs/", include("guildmark.web.jobs.urls")),
    path("p/<slug:slug>/context/", include("guildmark.web.context.urls")),
    path("p/<slug:slug>/awareness/", include("guildmark.web.awareness.urls")),
    path("p/<slug:slug>/stakeholders/", include("guildmark.web.stakeholders.urls")),
    path("p/<slug:slug>/design/", include("guildmark.web.design.urls")),
    path("p/<slug:slug>/pilots/", include("guildmark.web.pilots.urls")),
    path("p/<slug:slug>/recognition/", include("guildmark.web.recognition.urls")),
    path("p/<slug:slug>/issuing/", include("guildmark.web.issuing.urls")),
    path("", include("guildmark.web.issuing.public_urls")),
    path("", include("guildmark.web.wallet.urls")),
    path("register/", include("guildmark.web.register.urls")),
    path("verify/", include("guildmark.web.verify.urls")),
    path("api/v1/", include("guildmark.web.api.urls")),
]
