function envelope(statusCode, body) {
  const answer = { statusCode, body: JSON.stringify(body) };
  if (statusCode >= 400) {
    console.log('failed', statusCode);
    return answer;
  }
  return answer;
}

exports.ok = (body) => {
  return envelope(200, body);
};
exports.missing = () => envelope(404, { message: 'missing' });
