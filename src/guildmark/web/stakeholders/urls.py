"""The addresses of this room."""

from django.urls import path

from guildmark.web.stakeholders import views

app_name = "stakeholders"
urlpatterns = [path("", views.index, name="index")]
