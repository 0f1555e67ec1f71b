function noteLater(text, done) {
  setTimeout(() => {
    console.log(text);
    done(null, text);
  }, 5);
}

exports.handler = (event, context, callback) => {
  noteLater('later', callback);
};
