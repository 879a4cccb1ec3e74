### The lead: who says so, who denies it, who has confirmed it since. `$when` and `$since` begin with a space.

lead-in = in { $date }
lead-between = between { $from } and { $to }
lead-then = then
lead-said = { $who } said so{ $when }{ $cites }
lead-reported = { $who } reported it{ $when }{ $cites }
lead-statement = { $text }, according to { $who }, { $date }{ $cites }
lead-said-then-denied = { $who } said so{ $when }{ $cites } but later denied it{ $since }{ $since-cites }
lead-confirmed-then-denied = { $who } confirmed it{ $when }{ $cites } but later denied it{ $since }{ $since-cites }
lead-denied = { $who } denied it{ $when }{ $cites }
lead-turned = { $n ->
    [1] { $who } denied it{ $when } but confirmed it{ $since }{ $since-cites }
    [2] { $who } denied it{ $when }, and both confirmed it{ $since }{ $since-cites }
   *[other] { $who } denied it{ $when }, and all of them confirmed it{ $since }{ $since-cites }
}
lead-denied-in-part = { $who } denied it{ $when }{ $cites } and later replaced that denial with another statement{ $since }{ $since-cites }
lead-confirmed = { $who } confirmed it{ $when }{ $cites }
lead-after = , after { $who }{ $when }{ $cites }
lead-as-did = , as did { $who }{ $when }{ $cites }
lead-superseded = { $who } replaced the original statement with another{ $when }{ $cites }
lead-superseded-own = a later statement took the place of the original{ $when }{ $cites }
lead-contradicted = { $who } reported otherwise{ $when }{ $cites }
lead-qualified = { $who } said{ $when }: { $text }{ $cites }
lead-unanswered = no denial or confirmation of it is recorded here

short-latest = Latest
short-figure = { $values } ({ $who }, { $date })
