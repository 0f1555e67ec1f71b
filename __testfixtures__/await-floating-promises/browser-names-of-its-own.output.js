async function index(document) {
  await fetch('http://search.internal/' + document.id, { method: 'PUT', body: document.text });
}

async function publish(document) {
  await index(document);
  return { window: document.id };
}

module.exports = { publish };
