"""Claiming, a learner's own records, and what a share link shows."""

from django.urls import path

from guildmark.web.wallet.views import claiming, holding, showing

app_name = "wallet"
urlpatterns = [
    path("claim/<str:token>/", claiming.claim, name="claim"),
    path("me/", holding.index, name="index"),
    path("me/records/<str:record>/", holding.record, name="record"),
    path("me/records/<str:record>/share/", holding.share, name="share"),
    path("me/records/<str:record>/file.<slug:ending>", holding.file, name="file"),
    path("me/links/<str:token>/withdraw/", holding.withdraw, name="withdraw"),
    path("r/<slug:token>/", showing.page, name="shared"),
    path("r/<slug:token>.<slug:ending>", showing.file, name="shared_file"),
]
