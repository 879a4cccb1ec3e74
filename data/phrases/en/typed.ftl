### Words that people type, which are read and never shown. A list may be as long as it needs to be.

# Articles and forms of address before a name.
typed-titles = the a an mr mrs ms miss madam sir dr prof professor
# Spellings of a month besides its name and the beginnings of that, each with the number of the month.
typed-months = sept 9
typed-weekdays = monday tuesday wednesday thursday friday saturday sunday
# What may stand beside the numbers of a date.
typed-beside-numbers = the of on in st nd rd th date day month year
# Days that depend on when somebody asks, with commas between them.
typed-relative-days = today, yesterday, the day before yesterday, tomorrow, now, tonight, this morning, last night, this week, last week, next week, this month, last month, next month, this year, last year, next year, recently
