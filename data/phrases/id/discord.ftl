### Kata-kata khusus untuk Discord.

sorry-title = Maaf
sorry-form = Saya tidak memakai formulir, jadi yang ini tidak dapat saya baca. Silakan bertanya dengan perintah:
sorry-unknown = Discord mengirim sesuatu yang belum saya kenal. Silakan bertanya dengan perintah:
sorry-command = Perintah itu sudah tidak ada. Silakan bertanya dengan salah satu perintah ini:
sorry-option = Perintah ini telah berubah, dan salah satu opsinya tidak saya kenal lagi. Inilah pertanyaan Anda tanpa opsi itu:
sorry-option-way = Tanya tanpa opsi itu
sorry-failed = Ada yang salah di pihak saya, jadi jawaban ini tidak dapat dibuat. Kesalahannya sudah dicatat. Silakan coba lagi.
press-outdated = Tombol ini dari versi lama dan tidak dapat saya baca lagi. Silakan bertanya lagi dengan perintah:
