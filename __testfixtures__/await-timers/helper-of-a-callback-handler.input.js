function remindLater(n) {
  setTimeout(() => console.log('reminder', n), 10);
}

exports.handler = (event, context, callback) => {
  remindLater(event.n);
  callback(null, 'OK');
};
