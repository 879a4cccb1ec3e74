### Les images : ce qui est sur une carte, et les mots pour qui ne peut pas les voir.

picture-kicker = { $topic } · { $what }
picture-sources = { $n ->
    [one] Source : { $names }
   *[other] Sources : { $names }
}
picture-contradicted = Contredit par { $names }
picture-differs = Avec d’autres détails : { $names }
picture-said = { $n ->
    [one] Une déclaration
   *[other] { $number } déclarations
}
picture-denied = { $n ->
    [one] Un démenti
   *[other] { $number } démentis
}
picture-confirmed = { $n ->
    [one] Une confirmation
   *[other] { $number } confirmations
}
picture-open = { $n ->
    [one] Une non confirmée
   *[other] { $number } non confirmées
}
picture-taken-back = { $n ->
    [one] une remplacée depuis par la même partie
   *[other] { $number } remplacées depuis par les mêmes parties
}
picture-by = par { $names }
picture-last-change = Dernier changement : { $date }
picture-more-standing = { $n ->
    [one] Une ligne de plus dans la réponse complète
   *[other] { $number } lignes de plus dans la réponse complète
}
picture-shown = { $n } nombres sur { $total }, les plus récents
picture-legend-months = Une marque par déclaration ; les mois sans déclaration sont omis
picture-legend-best = le nombre donné
picture-legend-span = du plus bas au plus haut
picture-legend-open = ouvert : aucune borne donnée

picture-alt-claim = Une carte avec une déclaration. { $who } : { $text } { $standing }. { $sources }. { $known }.
picture-alt-topic = Une carte sur un sujet, { $title } : { $question } { $counts }. { $change }. { $known }.
picture-alt-figures = Un graphique de nombres, chacun d’après qui l’a donné. { $title } : { $numbers }. { $known }.
picture-alt-number = { $who }, { $date } : { $value }
picture-alt-timeline = Une bande de déclarations dans l’ordre du temps. { $title } : { $counts }, de { $first } à { $last }. { $known }.
picture-alt-timeline-one = Une bande de déclarations dans l’ordre du temps. { $title } : { $counts }, { $first }. { $known }.
