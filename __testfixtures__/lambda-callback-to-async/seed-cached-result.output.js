let priceList;

exports.handler = async (event, context) => {
  endWithTheCallback(context);

  return answer(event);
};

function answer(event) {
  try {
    if (!priceList) {
      priceList = { pen: 2, book: 12 };
    }
    const price = priceList[event.article.toLowerCase()];
    return { article: event.article, price };
  } catch (e) {
    throw JSON.stringify({ message: e.message });
  }
}

function endWithTheCallback(context) {
  context.callbackWaitsForEmptyEventLoop = false;
}
