"""Step 3: the map, the register, one stakeholder, import."""

from django.urls import path

from guildmark.web.stakeholders.views import coalition, grouping, importing, overview, register

app_name = "stakeholders"
urlpatterns = [
    path("", overview.index, name="index"),
    path("map.<str:ending>", overview.picture, name="picture"),
    path("register/", register.register, name="register"),
    path("coalition/", coalition.index, name="coalition"),
    path("groups/", grouping.groups, name="groups"),
    path("add/", register.add, name="add"),
    path("import/", importing.upload, name="import"),
    path("template.xlsx", importing.template_file, name="template"),
    path("import/<str:upload>/", importing.preview, name="preview"),
    path("<str:stakeholder>/", register.edit, name="edit"),
    path("<str:stakeholder>/remove/", register.remove, name="remove"),
]
