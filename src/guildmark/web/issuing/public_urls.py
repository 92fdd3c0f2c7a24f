"""What issuers publish: /issuers/SLUG/did.json with its history under did/, and /issuers/SLUG/status/N."""

from django.urls import include, path

from guildmark.web.issuing.views import public

urlpatterns = [
    path(
        "issuers/<slug:issuer>/",
        include(
            (
                [
                    path("did.json", public.did, name="did"),
                    path("did/", public.did_versions, name="did_versions"),
                    path("did/<int:number>.json", public.did_version, name="did_version"),
                    path("status/<int:number>", public.status, name="status"),
                ],
                "issuers",
            )
        ),
    )
]
