// The copy button has no Indonesian texts.
if (document.documentElement.lang === "id") {
  iconCopy = iconCopy.replace(messages.en.copy_to_clipboard, "Salin ke papan klip");
  iconCheck = iconCheck.replace(messages.en.copy_success, "Tersalin");
  messages.id = {
    copy: "Salin",
    copy_to_clipboard: "Salin ke papan klip",
    copy_success: "Tersalin",
    copy_failure: "Gagal menyalin",
  };
  locale = "id";
}
