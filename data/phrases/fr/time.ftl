### Dates, nombres, listes.
since = depuis { $date }
until = jusqu’à { $date }
about-date = vers { $date }
perhaps-date = peut-être { $date }
millions = { $n ->
    [one] { $number } million
   *[other] { $number } millions
}
billions = { $n ->
    [one] { $number } milliard
   *[other] { $number } milliards
}
list-two = { $first } et { $second }
list-many = { $start } et { $last }
