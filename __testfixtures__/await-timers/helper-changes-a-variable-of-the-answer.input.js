let visits = 0;

function countLater() {
  setTimeout(() => {
    visits += 1;
  }, 20);
}

exports.handler = async (event) => {
  countLater();
  return visits;
};
