const { promisify } = require('util');

const answerAsync = promisify(answer);
let priceList;

exports.handler = async (event, context) => {
  endWithTheCallback(context);

  return answerAsync(event);
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
