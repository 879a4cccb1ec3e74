### Kata-kata baris perintah dan promptnya.

terminal-welcome = Sumber menjawab pertanyaan tentang: { $title }. Fakta diketahui hingga { $date }.
terminal-how = Bertanyalah dengan perintah seperti { $example }. Tab melengkapi; “help” menampilkan semua perintah, “quit” keluar.
terminal-go-live = DISCORD_TOKEN belum diatur, jadi tidak ada yang dikirim ke Discord. Untuk menjawab di sana, buatlah aplikasi di { $url }, lalu jalankan lagi dengan token botnya di DISCORD_TOKEN (atau dalam berkas .env).
terminal-preview = Pratinjau tersedia di { $address } – bukalah di peramban. Ctrl-C menghentikannya.
terminal-exposed = Perhatian: alamat ini dapat dijangkau orang lain. Siapa pun yang membukanya dapat bertanya dan melihat masalah dalam berkas fakta.
terminal-help = Perintah:
terminal-options = Opsi:
terminal-option-page = Halaman ke berapa dari jawaban yang panjang
terminal-interrupted = Untuk keluar, ketik “quit” atau tekan Ctrl-D.
terminal-bye = Sampai jumpa.
terminal-no-token = DISCORD_TOKEN belum diatur. Buatlah aplikasi di { $url }, salin tokennya (Bot, Reset Token), lalu simpan di DISCORD_TOKEN atau dalam berkas .env.
terminal-unchanged = Discord sudah memiliki perintah-perintah ini; tidak ada yang dikirim.
terminal-sent = { $number } perintah dikirim ke Discord.
terminal-twice = Peringatan: perintah tampil dua kali jika didaftarkan untuk satu server dan sekaligus untuk semua server. “sumber commands --clear --guild ID” menghapus perintah di satu server.
terminal-clear = Tidak ada perintah di Discord untuk cakupan itu; tidak ada yang dihapus.
terminal-removed = { $number } perintah dihapus dari Discord.
