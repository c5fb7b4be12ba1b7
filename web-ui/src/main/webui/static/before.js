// Runs before the first paint, so that a dark page never flashes white.
try {
  var theme = localStorage.getItem('lopmo.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  var lang = localStorage.getItem('lopmo.locale');
  if (lang === 'en') document.documentElement.lang = 'en';
} catch {
  // Storage can be forbidden; then the device decides.
}
