using Cairn.Engine.Capacity;
using Cairn.Lab.People;

namespace Cairn.Lab.Policies;

/// <summary>The engine as it ships: with the ruler, with or without the morning report, one bar or three.</summary>
public sealed class Cairned(Student student, Dial dial, bool threeBars, double dither = 0) : Policy
{
    /// <summary>x</summary>
    public static double[,]? Diag;
    /// <summary>x</summary>
    public static double[,] QE = new double[14,5];
    /// <inheritdoc/>
    public override Bars Offer(SimulatedPerson person, int index)
    {
        var bars = student.Bars(person, index, dial);
        if (Diag is { } dg) { var st=student.Chance(person,index,1e-9); double q(double a)=>Normal.Quantile(Math.Clamp(student.Chance(person,index,a)/st,.0011,.9989));
          var (a1,a2)=(bars.Floor, bars.Target*1.3); var (z1,z2)=(q(a1),q(a2)); var S=(Math.Log(a2)-Math.Log(a1))/(z1-z2); var mu=Math.Log(a1/100)+z1*S;
          var wk=(person.Day.DayNumber-SimulatedPerson.FirstDay.DayNumber)/7; lock(dg){ var e=mu-person.UsualOf(index); dg[wk,0]++; dg[wk,1]+=e; dg[wk,2]+=e*e; dg[wk,3]+=S; dg[wk,4]+=person.Noise; dg[wk,5]+=st; dg[wk,6]+=person.Starts(index); dg[wk,7]+=(S-Math.Sqrt(person.Noise*person.Noise+.0625))*(S-Math.Sqrt(person.Noise*person.Noise+.0625)); dg[wk,8]+=Math.Log(bars.Target/100)-(mu-1.2816*S);dg[wk,8]+=0;var qe=mu-1.2816*S-(person.UsualOf(index)-1.2816*Math.Sqrt(person.Noise*person.Noise+.0625)); dg[wk,7]+=-dg[wk,7]*0; dg[wk,4]+=0; QE[wk,0]+=qe; QE[wk,1]+=qe*qe; QE[wk,2]+=qe*person.UsualOf(index); QE[wk,3]+=person.UsualOf(index); QE[wk,4]+=person.UsualOf(index)*person.UsualOf(index); dg[wk,9]+=Math.Log(bars.Target/100)-(person.UsualOf(index)-1.2816*Math.Sqrt(person.Noise*person.Noise+.0625)); } }
        if (threeBars && dither == 0)
        {
            return bars;
        }

        var shift = Math.Exp(dither * ((2 * person.Dither(index)) - 1));
        var one = bars.Target * shift;
        return student.Bars(
            person,
            index,
            dial,
            threeBars
                ? bars with
                {
                    Floor = bars.Floor * shift,
                    Target = one,
                    Stretch = bars.Stretch * shift,
                }
                : new(one, one, one, 0, 0, 0)
        );
    }

    /// <inheritdoc/>
    public override void Hear(SimulatedPerson person, IReadOnlyList<Answer> answers) => student.Learn(person, answers);
}
