let visits = 0;

function add() {
  count();
}

function count() {
  visits += 1;
}

function countLater() {
  setTimeout(() => {
    add();
  }, 20);
}

exports.handler = async (event) => {
  countLater();
  return visits;
};
