// Answers like axios, without a server: 201 after a moment; a URL with `/down` in it fails.
async function request(url, data) {
  await new Promise((resolve) => setTimeout(resolve, 2));
  if (url.includes('/down')) throw new Error('connect ECONNREFUSED');
  return { status: 201, data };
}

module.exports = { get: (url) => request(url), post: request, put: request, delete: (url) => request(url) };
