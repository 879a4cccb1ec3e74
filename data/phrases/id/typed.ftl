### Kata yang diketik orang; dibaca dan tidak pernah ditampilkan. Sebuah daftar boleh sepanjang yang diperlukan.

# Kata sandang dan sapaan di depan nama.
typed-titles = si sang bapak pak ibu bu tuan nyonya ny saudara sdr dr prof profesor
# Ejaan bulan selain namanya dan awal nama itu, masing-masing dengan nomor bulannya.
typed-months = peb 2, pebruari 2, mrt 3, agt 8, ags 8, nop 11, nopember 11
typed-weekdays = senin selasa rabu kamis jumat sabtu minggu ahad
# Yang boleh berdiri di samping angka tanggal.
typed-beside-numbers = tanggal tgl pada hari ke bulan tahun thn
# Hari yang bergantung pada kapan orang bertanya, dipisahkan koma.
typed-relative-days = hari ini, kemarin, kemaren, kemarin lusa, besok, lusa, sekarang, tadi, tadi pagi, tadi malam, semalam, nanti, minggu ini, minggu lalu, minggu depan, pekan ini, pekan lalu, pekan depan, bulan ini, bulan lalu, bulan depan, tahun ini, tahun lalu, tahun depan, baru-baru ini
