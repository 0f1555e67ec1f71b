async function index(document) {
  await fetch('http://search.internal/' + document.id, { method: 'PUT', body: document.text });
}

async function publish(document) {
  index(document);
  return { window: document.id };
}

module.exports = { publish };
