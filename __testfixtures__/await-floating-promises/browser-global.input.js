async function loadNotes() {
  const response = await fetch('/notes');
  document.querySelector('#notes').textContent = await response.text();
}

function onTabShown() {
  loadNotes();
}

module.exports = { onTabShown };
