"""The front page, the design system, the language, and whether we are alive."""

from django.urls import path

from guildmark.web.look import views

app_name = "look"
urlpatterns = [
    path("", views.home, name="home"),
    path("design-system/", views.design_system, name="design_system"),
    path("language/", views.language, name="language"),
    path("healthz", views.healthz, name="healthz"),
]
