### Gambar: yang tertulis pada kartu, dan kata-kata bagi yang tidak dapat melihatnya.

picture-kicker = { $topic } · { $what }
picture-sources = Sumber: { $names }
picture-contradicted = Bertentangan dengan { $names }
picture-differs = Dengan rincian lain: { $names }
picture-said = { $number } pernyataan
picture-denied = { $number } bantahan
picture-confirmed = { $number } konfirmasi
picture-open = { $number } belum dipastikan
picture-taken-back = { $number } di antaranya kemudian digantikan pernyataan baru dari pihak yang sama
picture-by = oleh { $names }
picture-last-change = Perubahan terakhir: { $date }
picture-more-standing = { $number } keterangan lagi dalam jawaban lengkap
picture-shown = { $n } dari { $total } angka, yang terbaru
picture-legend-months = Satu tanda untuk tiap pernyataan; bulan tanpa pernyataan tidak ditampilkan
picture-legend-best = angka yang diberikan
picture-legend-span = terendah sampai tertinggi
picture-legend-open = ujung terbuka: tanpa batas atas atau bawah

picture-alt-claim = Kartu berisi satu pernyataan. { $who }: { $text } { $standing }. { $sources }. { $known }.
picture-alt-topic = Kartu tentang satu topik, { $title }: { $question } { $counts }. { $change }. { $known }.
picture-alt-figures = Bagan angka, masing-masing menurut pihak yang menyebutnya. { $title }: { $numbers }. { $known }.
picture-alt-number = { $who }, { $date }: { $value }
picture-alt-timeline = Deretan pernyataan menurut urutan waktu. { $title }: { $counts }, dari { $first } sampai { $last }. { $known }.
picture-alt-timeline-one = Deretan pernyataan menurut urutan waktu. { $title }: { $counts }, { $first }. { $known }.
