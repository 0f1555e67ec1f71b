exports.handler = async (event) => {
  const answer = { late: false };
  setTimeout(() => {
    answer.late = true;
  }, 10);
  return answer;
};
