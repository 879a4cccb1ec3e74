### Le début : qui le dit, qui le dément, qui l’a confirmé depuis. `$when` et `$since` commencent par une espace.

lead-in = en { $date }
lead-between = entre { $from } et { $to }
lead-then = alors
lead-said = { $n ->
    [one] { $who } l’a dit{ $when }{ $cites }
   *[other] { $who } l’ont dit{ $when }{ $cites }
}
lead-reported = { $n ->
    [one] { $who } l’a rapporté{ $when }{ $cites }
   *[other] { $who } l’ont rapporté{ $when }{ $cites }
}
lead-statement = { $text }, selon { $who }, { $date }{ $cites }
lead-said-then-denied = { $n ->
    [one] { $who } l’a dit{ $when }{ $cites } mais l’a démenti plus tard{ $since }{ $since-cites }
   *[other] { $who } l’ont dit{ $when }{ $cites } mais l’ont démenti plus tard{ $since }{ $since-cites }
}
lead-confirmed-then-denied = { $n ->
    [one] { $who } l’a confirmé{ $when }{ $cites } mais l’a démenti plus tard{ $since }{ $since-cites }
   *[other] { $who } l’ont confirmé{ $when }{ $cites } mais l’ont démenti plus tard{ $since }{ $since-cites }
}
lead-denied = { $n ->
    [one] { $who } l’a démenti{ $when }{ $cites }
   *[other] { $who } l’ont démenti{ $when }{ $cites }
}
lead-turned = { $n ->
    [one] { $who } l’a démenti{ $when } mais l’a confirmé{ $since }{ $since-cites }
   *[other] { $who } l’ont démenti{ $when }, et tous l’ont confirmé{ $since }{ $since-cites }
}
lead-denied-in-part = { $n ->
    [one] { $who } l’a démenti{ $when }{ $cites } et a remplacé plus tard ce démenti par une autre déclaration{ $since }{ $since-cites }
   *[other] { $who } l’ont démenti{ $when }{ $cites } et ont remplacé plus tard ce démenti par une autre déclaration{ $since }{ $since-cites }
}
lead-confirmed = { $n ->
    [one] { $who } l’a confirmé{ $when }{ $cites }
   *[other] { $who } l’ont confirmé{ $when }{ $cites }
}
lead-after = , après { $who }{ $when }{ $cites }
lead-as-did = , de même que { $who }{ $when }{ $cites }
lead-superseded = { $n ->
    [one] { $who } a remplacé la première déclaration par une autre{ $when }{ $cites }
   *[other] { $who } ont remplacé la première déclaration par une autre{ $when }{ $cites }
}
lead-superseded-own = une déclaration ultérieure a pris la place de la première{ $when }{ $cites }
lead-contradicted = autre version rapportée par { $who }{ $when }{ $cites }
lead-qualified = selon { $who }{ $when } : { $text }{ $cites }
lead-unanswered = ni démenti ni confirmation n’en sont consignés ici

short-latest = Le plus récent
short-figure = { $values } ({ $who }, { $date })
