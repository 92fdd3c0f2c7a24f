"""Long work of a partnership, and how far it is."""

from django.urls import path

from guildmark.web.jobs import views

app_name = "jobs"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:job>/", views.show, name="show"),
    path("<str:job>/retry/", views.retry, name="retry"),
]
