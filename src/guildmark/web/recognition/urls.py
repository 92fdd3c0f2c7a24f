"""The addresses of this room."""

from django.urls import path

from guildmark.web.recognition import views

app_name = "recognition"
urlpatterns = [path("", views.index, name="index")]
