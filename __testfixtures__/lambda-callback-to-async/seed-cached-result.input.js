let priceList;

exports.handler = (event, context, callback) => {
  endWithTheCallback(context);

  answer(event, callback);
};

function answer(event, done) {
  try {
    if (!priceList) {
      priceList = { pen: 2, book: 12 };
    }
    const price = priceList[event.article.toLowerCase()];
    done(null, { article: event.article, price });
  } catch (e) {
    done(JSON.stringify({ message: e.message }));
  }
}

function endWithTheCallback(context) {
  context.callbackWaitsForEmptyEventLoop = false;
}
