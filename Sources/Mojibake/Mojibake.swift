// Mojibake
