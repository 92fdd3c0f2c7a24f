"""The editions of the questionnaire, one data file each: answers name the edition they were given under."""
