const isBrowser = typeof window !== 'undefined';

async function report(event) {
  const base = isBrowser ? window.location.origin : 'http://localhost';
  await fetch(base + '/events', { method: 'POST', body: JSON.stringify(event) });
}

async function finish(event) {
  report(event);
}

module.exports = { finish };
