// Asks whether the folder changed, and loads the page again when it did. While nobody answers, it goes on asking.
const shown = document.documentElement.dataset.version;
setInterval(async () => {
  try {
    const now = await (await fetch("/preview/version", { cache: "no-store" })).text();
    if (now !== shown) location.reload();
  } catch {
    // The program was stopped, or is being started again.
  }
}, 700);
