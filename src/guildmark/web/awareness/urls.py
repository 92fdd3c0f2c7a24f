"""The addresses of this room."""

from django.urls import path

from guildmark.web.awareness import views

app_name = "awareness"
urlpatterns = [path("", views.index, name="index")]
