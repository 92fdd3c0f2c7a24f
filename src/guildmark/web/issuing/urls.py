"""The addresses of this room."""

from django.urls import path

from guildmark.web.issuing.views import overview

app_name = "issuing"
urlpatterns = [path("", overview.index, name="index")]
