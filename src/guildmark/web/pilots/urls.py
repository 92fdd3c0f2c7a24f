"""The addresses of this room."""

from django.urls import path

from guildmark.web.pilots import views

app_name = "pilots"
urlpatterns = [path("", views.index, name="index")]
