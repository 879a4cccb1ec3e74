### Ce que l’on tape, qui est lu et jamais montré. Une liste peut être aussi longue qu’il le faut.

# Articles et titres devant un nom.
typed-titles = le la les l un une m mr mme mlle monsieur madame mademoiselle dr docteur prof professeur
# Autres façons d’écrire un mois, chacune avec le numéro du mois.
typed-months = sept 9
typed-weekdays = lundi mardi mercredi jeudi vendredi samedi dimanche
# Ce qui peut se trouver à côté des nombres d’une date.
typed-beside-numbers = le du de en er jour mois année an
# Jours qui dépendent de celui où l’on demande, séparés par des virgules.
typed-relative-days = aujourd’hui, hier, avant-hier, demain, maintenant, ce soir, ce matin, cette nuit, cette semaine, la semaine dernière, la semaine prochaine, ce mois-ci, le mois dernier, le mois prochain, cette année, l’année dernière, l’année prochaine, récemment
