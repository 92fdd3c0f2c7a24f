"""The journal of a partnership."""

from django.urls import path

from guildmark.web.journal import views

app_name = "journal"
urlpatterns = [path("", views.index, name="index")]
