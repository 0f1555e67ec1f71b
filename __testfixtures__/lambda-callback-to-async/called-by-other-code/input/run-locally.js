const { handler } = require('./get');

handler({ body: 'hello' }, {}, (err, response) => {
  if (err) throw err;
  console.log(response.body);
});
