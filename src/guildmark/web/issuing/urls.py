"""The addresses of this room."""

from django.urls import path

from guildmark.web.issuing import views

app_name = "issuing"
urlpatterns = [path("", views.index, name="index")]
