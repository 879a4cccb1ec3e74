### Tanggal, angka, daftar.
since = sejak { $date }
until = hingga { $date }
about-date = sekitar { $date }
perhaps-date = mungkin { $date }
millions = { $number } juta
billions = { $number } miliar
list-two = { $first } dan { $second }
list-many = { $start }, dan { $last }
