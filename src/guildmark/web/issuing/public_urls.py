"""What issuers publish: /issuers/SLUG/did.json and /issuers/SLUG/status/N."""

from django.urls import include, path

from guildmark.web.issuing.views import public

urlpatterns = [
    path(
        "issuers/<slug:issuer>/",
        include(
            (
                [
                    path("did.json", public.did, name="did"),
                    path("status/<int:number>", public.status, name="status"),
                ],
                "issuers",
            )
        ),
    )
]
