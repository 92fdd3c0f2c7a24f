"""Issuers, drafts with their preview, what was issued in one go, and the records."""

from django.urls import path

from guildmark.web.issuing.views import drafting, following, issuers, keys, overview, records

app_name = "issuing"
urlpatterns = [
    path("", overview.index, name="index"),
    path("issuers/new/", issuers.add, name="add_issuer"),
    path("issuers/<str:issuer>/", issuers.show, name="issuer"),
    path("issuers/<str:issuer>/key/", keys.rotate, name="rotate"),
    path("issuers/<str:issuer>/keys/<str:key>/compromised/", keys.compromised, name="compromised"),
    path("new/", drafting.choose, name="choose"),
    path("new/<str:draft>/", drafting.preview, name="preview"),
    path("issuances/<str:issuance>/", overview.issuance, name="issuance"),
    path("issuances/<str:issuance>/remind/", overview.remind, name="remind"),
    path("records/", records.index, name="records"),
    path("records/state/", records.state, name="state"),
    path("records/<str:record>/", records.show, name="record"),
    path("records/<str:record>/record.json", records.document, name="document"),
    path("records/<str:record>/resend/", records.resend, name="resend"),
    path("records/<str:record>/link/", records.link, name="link"),
    path("records/<str:record>/follow/", following.follow, name="follow"),
    path("records/<str:record>/erase/", records.erase, name="erase"),
]
